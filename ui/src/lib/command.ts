// Something that can be done or gone to: what the palette lists and buttons do.

export interface Command {
  readonly id: string;
  readonly label: string;
  /** Its key, if it has one. */
  readonly key?: string;
  readonly run: () => void;
}

/** What the page that is shown can do with what is in use there. */
export interface Offer {
  /** What is in use: an item's title, how many are selected. */
  readonly about: string;
  readonly commands: readonly Command[];
}
