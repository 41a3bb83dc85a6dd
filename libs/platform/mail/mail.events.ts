import { event } from '@app/platform/events';

/** Mail to an address came back for good, for the first time since it last worked. Nothing more is sent there. */
export const MailBounced = event<{ address: string }>('mail.bounced');
