import { live } from '@app/platform/events';
import { room } from '@app/platform/realtime';
import { isId } from '@app/platform/database';
import type { Viewer } from '@app/people';
import { ConferenceChanged, ConferenceEnded } from './conferences.events.js';
import { Conferences } from './conferences.service.js';

/** Whoever may read a conference may follow its page. */
export const conferenceRoom = room<Viewer>('conference', async (get, viewer, id) => isId(id) && (await get(Conferences).byIds(viewer, [id])).length > 0);

export const conferenceNews = [ConferenceChanged, ConferenceEnded].map((type) => live(type, ({ payload }) => [{ room: `conference:${payload.conferenceId}`, kind: 'conference' }]));
