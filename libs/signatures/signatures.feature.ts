import { listeners, liveRules } from '@app/platform/events';
import type { Feature } from '@app/platform/feature';
import { httpRoutes } from '@app/platform/http';
import { jobs, schedules } from '@app/platform/jobs';
import { mailTemplates } from '@app/platform/mail';
import { rooms } from '@app/platform/realtime';
import { waitingSources } from '@app/people';
import { JointAct } from './joint-act.entity.js';
import { JointActSeat } from './joint-act-seat.entity.js';
import { JointSignature } from './joint-signature.entity.js';
import { CreateJointActs1700000002500 } from './migrations/1700000002500-create-joint-acts.js';
import { Proposals } from './proposals.service.js';
import { registerReceiptRoutes } from './receipt/receipt.routes.js';
import { Receipts } from './receipt/receipts.service.js';
import { remindMissing, signatureSchedules } from './signatures.jobs.js';
import { seatsOfActs } from './signatures.listeners.js';
import { askedMail, codeMail, completeMail, endedMail, inheritedMail, reminderMail } from './signatures.mail.js';
import { missingSignatures, SignatureMail } from './signatures.notifications.js';
import { ActReads } from './signatures.queries.js';
import { actNews, actRoom } from './signatures.realtime.js';
import { JointActResolver, JointActSeatResolver } from './signatures.resolver.js';
import { Signatures } from './signatures.service.js';
import { ActSubjects } from './subject.js';

export const signaturesFeature: Feature = {
  name: 'signatures',
  entities: [JointAct, JointActSeat, JointSignature],
  migrations: [CreateJointActs1700000002500],
  providers: [ActReads, ActSubjects, SignatureMail, Proposals, Signatures, Receipts],
  api: [JointActResolver, JointActSeatResolver],
  contributes: [
    listeners.with(seatsOfActs),
    liveRules.with(...actNews),
    rooms.with(actRoom),
    jobs.with(remindMissing),
    schedules.with(...signatureSchedules),
    mailTemplates.with(codeMail, askedMail, reminderMail, completeMail, endedMail, inheritedMail),
    waitingSources.with(missingSignatures),
    httpRoutes.with(registerReceiptRoutes),
  ],
};
