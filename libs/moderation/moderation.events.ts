import { event } from '@app/platform/events';

/** Somebody reported something; stewards have it on their desk. */
export const ThingReported = event<{ reportId: string; kind: string; subjectId: string }>('moderation.thing-reported');
/** A steward dismissed, took down or restored, or the author answered. */
export const ReportDecided = event<{ decisionId: string; reportId: string; verb: string; kind: string; subjectId: string }>('moderation.report-decided');
