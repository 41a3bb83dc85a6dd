import { event } from '@app/platform/events';

/** A browser was signed out, by its person or for them; its sockets must close. */
export const SessionEnded = event<{ sessionId: string }>('people.session-ended');

/** Somebody has another name, or lets others find them. */
export const PersonChanged = event<{ accountId: string }>('people.person-changed');

export const AddressChanged = event<{ accountId: string }>('people.address-changed');
