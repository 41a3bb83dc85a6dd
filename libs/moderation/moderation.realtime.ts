import { live } from '@app/platform/events';
import { room } from '@app/platform/realtime';
import type { Viewer } from '@app/people';
import { ReportDecided, ThingReported } from './moderation.events.js';

const DESK = 'desk:stewards';

/** The desk is heard by stewards alone. */
export const deskRoom = room<Viewer | null>('desk', async (_get, viewer) => viewer?.isSteward ?? false);

export const liveReported = live(ThingReported, ({ payload }) => [{ room: DESK, kind: 'reported', reportId: payload.reportId }]);
export const liveDecided = live(ReportDecided, ({ payload }) => [{ room: DESK, kind: 'decided', reportId: payload.reportId }]);
