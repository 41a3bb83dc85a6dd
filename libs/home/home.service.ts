import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Contributions, type Get } from '@app/platform/feature';
import { type DigestReaders, digestSections } from '@app/digests';
import { Accounts, type Viewer } from '@app/people';
import { leadingRoles, missingRoles, type Organization, Organizations, type Seat, SeatRoleName, seatsOf } from '@app/organizations';
import type { MyTeam, NewsSection, TeamSeat } from './home.types.js';

const NEWS_DAYS = 14;

/** What the first page of a member shows: the team, and what is new for districts like theirs. */
@Injectable()
export class Home {
  private readonly get: Get;

  constructor(
    private readonly organizations: Organizations,
    private readonly accounts: Accounts,
    private readonly contributions: Contributions,
    modules: ModuleRef,
  ) {
    this.get = (service) => modules.get(service as never, { strict: false });
  }

  /** The organizations this person holds a seat in, the longest-held first. */
  async teamsOf(viewer: Viewer): Promise<MyTeam[]> {
    const ids = [...new Set(seatsOf(viewer).map((seat) => seat.organizationId))];
    const [organizations, seats] = await Promise.all([this.organizations.byIds(ids), this.organizations.seatsIn(ids)]);
    const people = await this.accounts.byIds(seats.flatMap((seat) => seat.accountId ?? []));
    const nameOf = new Map(people.map((person) => [person.id, person.name]));
    return ids.flatMap((id) => {
      const organization = organizations.find((candidate) => candidate.id === id);
      return organization ? [teamOf(organization, seats.filter((seat) => seat.organizationId === id), viewer, nameOf)] : [];
    });
  }

  /** The last two weeks for the viewer's first organization, from the same sections as a digest. */
  async newsFor(viewer: Viewer): Promise<NewsSection[]> {
    const organizationId = seatsOf(viewer)[0]?.organizationId;
    // A guest of a team is let into its space, not told what members do.
    if (!organizationId || !viewer.keys.includes('members')) return [];
    const reader: DigestReaders = { districts: [{ organizationId, keys: viewer.keys }], since: new Date(Date.now() - NEWS_DAYS * 24 * 3600 * 1000), conferenceId: null };
    const sections = await Promise.all(
      this.contributions.of(digestSections).map(async (section) => ({ title: section.title, items: (await section.read(this.get, reader)).get(organizationId) ?? [] })),
    );
    return sections
      .filter((section) => section.items.length > 0)
      .map(({ title, items }) => ({ title, items: items.map((item) => ({ title: item.title, path: item.path, note: item.note ?? null })) }));
  }
}

function teamOf(organization: Organization, seats: Seat[], viewer: Viewer, nameOf: Map<string, string>): MyTeam {
  const isDistrict = organization.kind === 'district';
  const shown = (seat: Pick<Seat, 'role' | 'title' | 'accountId'>): TeamSeat => ({
    role: SeatRoleName[seat.role],
    title: seat.title,
    holder: seat.accountId ? (nameOf.get(seat.accountId) ?? null) : null,
    isMine: seat.accountId === viewer.accountId,
  });
  const leading = leadingRoles(organization.kind);
  const missed = missingRoles(organization.kind, seats.filter((seat) => seat.accountId).map((seat) => seat.role));
  const first = leading.flatMap<Pick<Seat, 'role' | 'title' | 'accountId'>>((role) => {
    const held = seats.filter((seat) => seat.role === role && (seat.accountId || missed.includes(role)));
    return held.length > 0 || !missed.includes(role) ? held : [{ role, title: null, accountId: null }];
  });
  const others = seats.filter((seat) => !leading.includes(seat.role));
  return {
    id: organization.id,
    name: organization.name,
    path: `/${isDistrict ? 'districts' : 'organizations'}/${organization.slug}`,
    state: organization.state,
    isDistrict,
    seats: [...first, ...others].map(shown),
  };
}
