import { Injectable } from '@nestjs/common';
import { isId } from '@app/platform/database';
import { Conflict, Invalid, keysOf, NotAllowed, type Page, pageOf } from '@app/platform/graphql';
import { keysOfViewer, type Viewer } from '@app/people';
import { defaultLevels, type LikenessLevels } from '@app/likeness';
import type { MentoringState } from './mentoring-link.entity.js';
import { MentoringLinks, PASSED } from './mentoring-links.service.js';
import { MentoringMail } from './mentoring.notifications.js';
import { canAnswer, canAsk, canEnd, canLook, canSetCapacity, canWithdraw, districtOf, isFull } from './mentoring.policy.js';
import { type DeskRow, type LinkRow, MentoringReads, principleAsked, ranked, type RankedMentor } from './mentoring.queries.js';

/** The mentoring page of one team: what it is itself, and every presenting district as it sees them. */
export interface Desk {
  own: DeskRow | null;
  /** What counts when districts are compared, unless the reader says otherwise. */
  levels: LikenessLevels;
  mentors: DeskRow[];
}

export interface MentorInView extends RankedMentor {
  menteeId: string | null;
}

/** How many asks one team may have waiting: mentors' time is scarce, and nobody is asked in bulk. */
const OPEN_ASKS = 5;

/** Finding a mentor, asking, answering, and parting. */
@Injectable()
export class Mentoring {
  constructor(
    private readonly links: MentoringLinks,
    private readonly reads: MentoringReads,
    private readonly mail: MentoringMail,
  ) {}

  /** Everything one team's mentoring page shows of districts, in one statement; empty for whoever speaks for nobody. */
  async desk(viewer: Viewer, organizationId: string | null): Promise<Desk> {
    if (!canLook(viewer)) return { own: null, levels: {}, mentors: [] };
    const rows = await this.reads.desk(organizationId);
    return { own: rows.find((row) => row.id === organizationId) ?? null, levels: defaultLevels(viewer), mentors: rows.filter((row) => row.presenting && row.id !== organizationId) };
  }

  /** The presenting districts, most like the viewer's own first. */
  mentors(desk: Desk, { principle, levels }: { principle: number | null; levels: LikenessLevels }, { first, after }: { first: number; after?: string | null }): Page<MentorInView> {
    const all = this.rank({ ...desk, levels: { ...desk.levels, ...levels } }, principle);
    const [lastId] = keysOf(after, 1) ?? [];
    const start = lastId === undefined ? 0 : all.findIndex((mentor) => mentor.id === lastId) + 1;
    if (lastId !== undefined && start === 0) throw new Invalid({ after: 'This place in the list is not known. Start again from the first page.' });
    return pageOf(all.slice(start, start + first + 1), first, (mentor) => [mentor.id], all.length);
  }

  /** One presenting district as the viewer's own sees it; null when it does not present. */
  mentor(desk: Desk, mentorId: string): MentorInView | null {
    return this.rank({ ...desk, mentors: desk.mentors.filter((mentor) => mentor.id === mentorId) }, null)[0] ?? null;
  }

  private rank({ own, levels, mentors }: Desk, principle: number | null): MentorInView[] {
    return ranked(own, mentors, levels, principle === null ? [] : [principleAsked(principle)]).map((mentor) => ({ ...mentor, menteeId: own?.id ?? null }));
  }

  link(viewer: Viewer, id: string): Promise<LinkRow | null> {
    return isId(id) ? this.reads.link(keysOfViewer(viewer), id) : Promise.resolve(null);
  }

  /** The links of all districts the viewer speaks for, the latest first. */
  async myLinks(viewer: Viewer, state: MentoringState | null, { first, after }: { first: number; after?: string | null }): Promise<Page<LinkRow>> {
    const [before] = keysOf(after, 1) ?? [];
    if (before !== undefined && !isId(before)) throw new Invalid({ after: 'This place in the list is not known. Start again from the first page.' });
    return pageOf(await this.reads.links(keysOfViewer(viewer), state, first, before ?? null), first, (link) => [link.id]);
  }

  /** Asks a presenting district, once: asking again while the ask waits answers the ask that there is. */
  async ask(viewer: Viewer, given: { mentorId: string; words: string; principle?: number | null; organizationId?: string | null }): Promise<LinkRow> {
    const seat = districtOf(viewer, given.organizationId);
    if (!seat) throw new NotAllowed('Only somebody who holds a seat in a district’s team may ask.');
    const menteeId = seat.organizationId;
    if (menteeId === given.mentorId) throw new Invalid({ mentorId: 'That is your own district. Choose another.' });
    const desk = await this.desk(viewer, menteeId);
    const mentor = desk.mentors.find((candidate) => candidate.id === given.mentorId);
    if (!mentor) throw new NotAllowed('This district does not present, so it cannot be asked.');
    // Another of the team may have asked a moment ago, after this viewer's keys were read.
    if (mentor.linkState === 'asked' && mentor.linkId) return this.fresh(mentor.linkId);
    if (!canAsk(viewer, menteeId, mentor)) throw new Conflict(whyNot(mentor));
    if (desk.mentors.filter((candidate) => candidate.linkState === 'asked').length >= OPEN_ASKS)
      throw new Conflict(`You have ${OPEN_ASKS} asks waiting for an answer. Wait for one of them, or take one back.`);
    const id = await this.links.open({ mentorId: mentor.id, menteeId, principle: given.principle ?? null, askedBy: viewer.accountId, words: given.words });
    // Two of a team may press the button at once; the second sees the first one's ask.
    if (!id) return this.needOpenLink(viewer, menteeId, mentor.id);
    await this.mail.asked(id);
    return this.fresh(id);
  }

  async accept(viewer: Viewer, linkId: string, words: string): Promise<LinkRow> {
    const link = await this.needLink(viewer, linkId);
    if (!canAnswer(viewer, link)) throw refusal(link);
    await this.links.accept(link.id, link.mentorId, { answeredBy: viewer.accountId, words });
    await this.mail.answered(link.id);
    return this.fresh(link.id);
  }

  async decline(viewer: Viewer, linkId: string, words: string): Promise<LinkRow> {
    const link = await this.needLink(viewer, linkId);
    if (!canAnswer(viewer, link)) throw refusal(link);
    await this.links.decline(link.id, { answeredBy: viewer.accountId, words });
    await this.mail.answered(link.id);
    return this.fresh(link.id);
  }

  async withdraw(viewer: Viewer, linkId: string): Promise<LinkRow> {
    const link = await this.needLink(viewer, linkId);
    if (!canWithdraw(viewer, link)) throw refusal(link);
    await this.links.withdraw(link.id, viewer.accountId);
    return this.fresh(link.id);
  }

  async end(viewer: Viewer, linkId: string): Promise<LinkRow> {
    const link = await this.needLink(viewer, linkId);
    if (!canEnd(viewer, link)) throw refusal(link);
    await this.links.end(link.id, viewer.accountId);
    await this.mail.ended(link.id, viewer.accountId);
    return this.fresh(link.id);
  }

  /** Remembers that the asking team has seen the answer; the mentor's own look changes nothing. */
  async seeAnswer(viewer: Viewer, linkId: string): Promise<LinkRow> {
    const link = await this.needLink(viewer, linkId);
    if (districtOf(viewer, link.menteeId)) await this.links.seen(link.id);
    return this.fresh(link.id);
  }

  async setCapacity(viewer: Viewer, organizationId: string, capacity: number): Promise<Desk> {
    if (!canSetCapacity(viewer, organizationId)) throw new NotAllowed('Only one of the three who sign for a presenting district sets this.');
    await this.links.setCapacity(organizationId, capacity);
    return this.desk(viewer, organizationId);
  }

  private async needLink(viewer: Viewer, id: string): Promise<LinkRow> {
    const link = await this.link(viewer, id);
    if (!link) throw new NotAllowed();
    return link;
  }

  private async needOpenLink(viewer: Viewer, menteeId: string, mentorId: string): Promise<LinkRow> {
    const { mentors } = await this.desk(viewer, menteeId);
    return this.fresh(mentors.find((mentor) => mentor.id === mentorId)?.linkId ?? '');
  }

  /** A link of the viewer's own team that is younger than the keys the viewer carries. */
  private async fresh(id: string): Promise<LinkRow> {
    const link = await this.reads.link([`link:${id}`], id);
    if (!link) throw new NotAllowed();
    return link;
  }
}

function whyNot(mentor: DeskRow): string {
  if (mentor.linkState === 'accepted') return `${mentor.name} is your mentor already.`;
  if (!mentor.here) return `${mentor.name} is not on Accord yet. Invite them; they can be asked once somebody sits there.`;
  if (isFull(mentor)) return `${mentor.name} is full at the moment. Ask somebody else, or come back later.`;
  return `${mentor.name} cannot be asked now.`;
}

/** Whoever reads a link but may not do this was either too late or is on the other side. */
function refusal(link: LinkRow): NotAllowed | Conflict {
  return link.state === 'asked' || link.state === 'accepted' ? new NotAllowed('This is for the other team to do.') : new Conflict(PASSED);
}
