import { loader } from '@app/platform/graphql';
import type { MailState } from '@app/platform/mail';
import type { Ladders } from './ladder.service.js';
import type { StepRow } from './outreach.queries.js';

/** Reads the steps of conferences by the conference's id. */
export const stepsByConference = loader(async (ladders: Ladders, ids): Promise<StepRow[][]> => {
  const found = await ladders.stepsOf(ids);
  return ids.map((id) => found.get(id) ?? []);
});

/** Reads what became of the mails of steps by the step's id. */
export const mailsByStep = loader(async (ladders: Ladders, ids): Promise<Partial<Record<MailState, number>>[]> => {
  const found = await ladders.mailsOf(ids);
  return ids.map((id) => found.get(id) ?? {});
});
