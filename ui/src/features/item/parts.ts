// What an item is given from other features: how its brief goes out and comes back, and how it is judged.
import type { Snippet } from 'svelte';

import type { AttemptView, Card } from '../../api/generated';

export interface ItemParts {
  /** Shown while the item waits for an answer to be pasted. */
  waiting: Snippet<[Card]>;
  /** Shown while the item is in review. */
  verdict: Snippet<[Card, AttemptView]>;
  /** What happened to the item (`12.3`). */
  log: Snippet<[string]>;
  /** The person opened an editable copy of what this attempt delivered. */
  onOpened: (card: Card, attempt: AttemptView) => void;
}
