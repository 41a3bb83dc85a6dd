import { Injectable } from '@nestjs/common';
import { Database, isId, newId } from '@app/platform/database';
import { NotAllowed } from '@app/platform/graphql';
import { MailRenderer } from '@app/platform/mail';
import type { Viewer } from '@app/people';
import { Ladders } from './ladder.service.js';
import { MESSAGE_MAIL } from './message.mail.js';
import type { MessagePreview } from './outreach.types.js';

/** Messages as their readers will get them, for those who write them. */
@Injectable()
export class Previews {
  constructor(
    private readonly db: Database,
    private readonly ladders: Ladders,
    private readonly renderer: MailRenderer,
  ) {}

  async of(viewer: Viewer, stepId: string): Promise<MessagePreview | null> {
    if (!isId(stepId) || !(await this.isMine(viewer, stepId))) return null;
    // Addressed to whoever asks, under an id that the ledger does not know: its stop link stops nothing.
    const mail = await this.renderer.render({ id: newId(), personId: viewer.accountId, address: viewer.email, kind: MESSAGE_MAIL, edition: stepId, category: 'message', data: {}, messageId: '<preview>' });
    return mail && { subject: mail.subject, html: mail.html, text: mail.text };
  }

  private async isMine(viewer: Viewer, stepId: string): Promise<boolean> {
    try {
      return (await this.db.transaction(() => this.ladders.mine(viewer, stepId))).step.kind === 'message';
    } catch (problem) {
      if (problem instanceof NotAllowed) return false;
      throw problem;
    }
  }
}
