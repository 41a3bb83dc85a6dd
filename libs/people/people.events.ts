import { event } from '@app/platform/events';

/** A browser was signed out, by its person or for them; its sockets must close. */
export const SessionEnded = event<{ sessionId: string }>('people.session-ended');

export const AddressChanged = event<{ accountId: string }>('people.address-changed');
