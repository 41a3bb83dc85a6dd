import { event } from '@app/platform/events';

/** A file has come whole and is to be looked at: by the scanner, and by whoever reads its words. */
export const FileReceived = event<{ fileId: string }>('files.received');

/**
 * What is known of a file's words, or who may have them, has changed: they were read, its author cleared it, or it
 * turned out to be harmful. Where it belongs to something, that is named.
 */
export const FileTextExtracted = event<{ fileId: string; attachedKind: string | null; attachedId: string | null }>('files.text-extracted');
