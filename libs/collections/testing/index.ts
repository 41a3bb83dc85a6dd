import type { Get } from '@app/platform/feature';
import { Collections } from '../collections.service.js';

/** A collection by somebody for their team, with these resources in it; answers its id. */
export async function aCollection(
  house: { get: Get },
  by: { organizationId: string; authorId: string; at?: Date; conferenceId?: string },
  about: { title?: string; summary?: string; audience?: string; things?: readonly string[] } = {},
): Promise<string> {
  const collections = house.get(Collections);
  const { things = [], ...words } = about;
  const id = await collections.enter({ title: 'A collection', summary: '', audience: 'members', ...words, ...by });
  for (const [place, resourceId] of things.entries()) await collections.put(id, resourceId, `Note ${place + 1}`, by.authorId);
  return id;
}
