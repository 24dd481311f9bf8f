// What chance offers, what came of it, and whether accepted work held: asked for on Today.
import type {
  FollowUpAnswer,
  FollowUpsView,
  FollowUpView,
  InvitationAnswer,
  InvitationsView,
  InvitationView,
  WouldUse,
} from '../../api/generated';
import { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';

export class ChanceState {
  readonly invitations: Asked<InvitationsView>;
  readonly followUps: Asked<FollowUpsView>;
  /** The accepted item that turned out wrong; where it first went wrong is asked for. */
  wrong = $state.raw<FollowUpView | null>(null);

  constructor(private readonly session: Session) {
    this.invitations = new Asked(() => session.api.call('invitations', {}));
    this.followUps = new Asked(() => session.api.call('follow_ups', {}));
  }

  refresh(): void {
    void this.invitations.refresh();
    void this.followUps.refresh();
  }

  async answer({ card }: InvitationView, answer: InvitationAnswer): Promise<void> {
    const told = answer === 'taken' ? 'window-invited-taken' : 'window-invited-noted';
    await this.#do(told, card.title, async () => {
      const request = { item: card.id, answer, agent: null };
      this.invitations.accept(await this.session.api.call('answer_invitation', request));
    });
  }

  /** Would the person have used what AI made? */
  async judge({ card, attempt }: InvitationView, used: WouldUse): Promise<void> {
    if (attempt === null) return;
    await this.#do('window-invited-noted', card.title, async () => {
      await this.session.api.call('judge_tried', { attempt, used, reason: null });
      await this.invitations.refresh();
    });
  }

  async held({ card }: FollowUpView, answer: FollowUpAnswer): Promise<void> {
    this.wrong = null;
    await this.#do('window-follow-up-noted', card.title, async () => {
      this.followUps.accept(await this.session.api.call('answer_follow_up', { item: card.id, answer }));
    });
  }

  async #do(told: string, title: string, command: () => Promise<void>): Promise<void> {
    const { notices, words } = this.session;
    notices.close();
    try {
      await command();
      const label = words.say('window-undo');
      notices.tell(words.say(told, { title }), { label, run: () => void this.session.undo() });
    } catch (thrown) {
      this.session.refuse(thrown);
    }
  }
}
