import { event } from '@app/platform/events';

/** A conference was made, or its facts, teams or materials changed. */
export const ConferenceChanged = event<{ conferenceId: string }>('conferences.conference-changed');
/** It is over: those who came are written down, and its follow-up begins. */
export const ConferenceEnded = event<{ conferenceId: string }>('conferences.conference-ended');
/** Somebody's note on what a team showed was written, changed, taken away or taken down. */
export const NoteChanged = event<{ conferenceId: string; noteId: string }>('conferences.note-changed');
export const MaterialAdded = event<{ conferenceId: string; materialId: string }>('conferences.material-added');
export const MaterialRemoved = event<{ conferenceId: string; materialId: string }>('conferences.material-removed');
