import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import type { StepAudience } from './ladder-step.entity.js';

export interface Message {
  audience: StepAudience;
  subject: string;
  body: string;
  fromName: string;
  fromTitle: string | null;
  fromOrganization: string;
  conference: string;
  slug: string;
}

/** The words of messages, for whoever writes the mail. */
@Injectable()
export class Messages {
  constructor(private readonly db: Database) {}

  /** Null when there is nothing to say any more: the step was taken off the ladder. */
  find(stepId: string): Promise<Message | null> {
    return this.db.one<Message>(
      `select s.audience, s.subject, s.body, s.from_name as "fromName", s.from_title as "fromTitle", o.name as "fromOrganization", c.title as conference, c.slug
       from ladder_step s join organization o on o.id = s.from_organization_id join conference c on c.id = s.conference_id
       where s.id = $1 and s.kind = 'message' and s.state <> 'cancelled'`,
      [stepId],
    );
  }
}
