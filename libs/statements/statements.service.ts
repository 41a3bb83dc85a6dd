import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, NotAllowed } from '@app/platform/graphql';
import { shut } from '@app/platform/search';
import { keysOfViewer, type Viewer } from '@app/people';
import { type Organization, Organizations } from '@app/organizations';
import { type ActRow, Proposals, seatsToSign, Signatures } from '@app/signatures';
import { StatementChanged } from './statements.events.js';
import { canDraft } from './statements.policy.js';

/** The kind of subject under which statements are signed; its id is the district's. */
export const STATEMENT = 'statement';

/** A district's statement as somebody may see it. */
export interface StatementView {
  organization: Organization;
  /** What all three have signed. */
  standing: ActRow | null;
  /** What waits for signatures. */
  open: ActRow | null;
  /** What was signed last and holds no longer, while nothing newer is there. */
  ended: ActRow | null;
  /** When a steward took down what all three have signed, while it would stand. */
  takenDownAt: Date | null;
  draft: { text: string; by: string | null; at: Date } | null;
  revision: number;
}

export interface StatementText {
  organizationId: string;
  text: string;
  /** The revision that the writer had before them. */
  revision: number;
}

const OVERTAKEN = 'Somebody of your team has changed this in the meantime. Copy what you have written, open the page again, and put the two together.';

interface DraftRow {
  draft: string | null;
  draftedAt: string | null;
  name: string | null;
  revision: number | null;
  takenDownAt: string | null;
}

/** What districts say of how they work together: drafted by the team, signed by its three seats, then for everybody. */
@Injectable()
export class Statements {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly organizations: Organizations,
    private readonly signatures: Signatures,
    private readonly proposals: Proposals,
  ) {}

  /** Null where there is no such district. Visitors see what stands; the team sees its draft and what waits too. */
  async of(viewer: Viewer | null, slug: string): Promise<StatementView | null> {
    const organization = await this.organizations.findBySlug(slug);
    return organization?.kind === 'district' ? this.view(viewer, organization) : null;
  }

  /** What a district's seats have signed and everybody may read; null where nothing stands. */
  async standing(organizationId: string): Promise<ActRow | null> {
    const acts = await this.signatures.ofSubject(null, STATEMENT, organizationId);
    return acts.find(({ state }) => state === 'complete') ?? null;
  }

  private async view(viewer: Viewer | null, organization: Organization): Promise<StatementView> {
    const [acts, row] = await Promise.all([this.signatures.ofSubject(viewer, STATEMENT, organization.id), this.own(viewer, organization.id)]);
    const inState = (state: ActRow['state']): ActRow | null => acts.find((act) => act.state === state) ?? null;
    const standing = inState('complete');
    return {
      organization,
      standing,
      open: inState('open'),
      ended: standing ? null : inState('ended'),
      takenDownAt: row?.takenDownAt ? new Date(row.takenDownAt) : null,
      draft: row?.draft && row.draftedAt ? { text: row.draft, by: row.name, at: new Date(row.draftedAt) } : null,
      revision: row?.revision ?? 0,
    };
  }

  /** What the team is writing, for the team; and for everybody whether what stands was taken down. */
  private own(viewer: Viewer | null, organizationId: string): Promise<DraftRow | null> {
    return this.db.readOne<DraftRow>(
      `select s.draft, s.drafted_at as "draftedAt", a.name, s.revision, t.at as "takenDownAt"
       from organization o
         left join statement s on s.organization_id = o.id and s.audience = any($2)
         left join account a on a.id = s.drafted_by
         left join joint_act stands on stands.subject_kind = $3 and stands.subject_id = o.id and stands.state = 'complete'
         left join statement_take_down t on t.act_id = stands.id
       where o.id = $1`,
      [organizationId, keysOfViewer(viewer), STATEMENT],
    );
  }

  /** Keeps a draft for the team. Nobody outside sees it, and nobody is asked to sign. */
  async saveDraft(viewer: Viewer, { organizationId, text, revision }: StatementText): Promise<StatementView> {
    const organization = await this.need(viewer, organizationId);
    return this.db.transaction(async () => {
      await this.write(organization.id, revision, { text, by: viewer.accountId });
      return this.view(viewer, organization);
    });
  }

  /** Puts a text up for signature by the three seats. What stands goes on standing until all have signed. */
  async propose(viewer: Viewer, { organizationId, text, revision }: StatementText): Promise<StatementView> {
    const organization = await this.need(viewer, organizationId);
    return this.db.transaction(async () => {
      await this.write(organization.id, revision, null);
      const { standing } = await this.view(viewer, organization);
      if (standing?.text === text.normalize('NFC')) throw new Conflict('This is the text that stands already. Change it before you put it up for signature.');
      await this.proposals.propose({
        subject: { kind: STATEMENT, id: organization.id },
        title: `How we work together: ${organization.name}`.slice(0, 200),
        text,
        seats: seatsToSign(organization),
        audience: `team:${organization.id}`,
        audienceWhenComplete: 'public',
        by: { accountId: viewer.accountId, name: viewer.name, organizationId: organization.id },
      });
      return this.view(viewer, organization);
    });
  }

  /**
   * Takes down what all three have signed, or lets it stand again when `reason` is null; twice is once. The text is then read by the team
   * and whoever signed it, here and in its record, and the signatures stay. Another text that they sign stands for everybody.
   */
  async hide(actId: string, reason: string | null): Promise<void> {
    await this.db.transaction(async () => {
      const touched = await this.db.one<{ organization_id: string }>(
        reason === null
          ? `delete from statement_take_down where act_id = $1 returning organization_id`
          : `insert into statement_take_down (act_id, organization_id, reason) select id, subject_id, $2 from joint_act where id = $1 and subject_kind = $3 on conflict do nothing returning organization_id`,
        reason === null ? [actId] : [actId, reason, STATEMENT],
      );
      if (!touched) return;
      const { organization_id: id } = touched;
      await this.proposals.readBy({ kind: STATEMENT, id }, reason === null ? 'public' : `team:${id}`, actId);
      if (reason !== null) await shut(this.db, STATEMENT, [id]);
      await this.events.publish(StatementChanged, { organizationId: id, actId });
    });
  }

  /** Takes turns by the row itself: whoever holds an older revision is told, and overwrites nothing. */
  private async write(organizationId: string, revision: number, draft: { text: string; by: string } | null): Promise<void> {
    await this.db.query(`insert into statement (organization_id) values ($1) on conflict do nothing`, [organizationId]);
    const written = await this.db.query(
      `update statement set draft = $3, drafted_by = $4, drafted_at = case when $3::text is null then null else now() end, revision = revision + 1 where organization_id = $1 and revision = $2 returning 1`,
      [organizationId, revision, draft?.text ?? null, draft?.by ?? null],
    );
    if (written.length === 0) throw new Conflict(OVERTAKEN);
  }

  private async need(viewer: Viewer, organizationId: string): Promise<Organization> {
    const organization = await this.organizations.find(organizationId);
    if (!organization || !canDraft(viewer, organization)) throw new NotAllowed();
    return organization;
  }
}

