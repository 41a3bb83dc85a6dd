import { type Get, Point } from '@app/platform/feature';

/** A kind of thing that files are attached to, and who may fetch them: those who may read the thing. */
export interface FileOwner<Caller = unknown> {
  /** As it stands in `file.attached_kind`: `resource`, `conference`. */
  kind: string;
  /** The caller is null for a visitor. */
  mayRead: (get: Get, caller: Caller | null, attachedId: string) => Promise<boolean>;
  /** Who gets a file before the others, to see whether the others should; its sender always does. */
  mayJudge?: (get: Get, caller: Caller, attachedId: string) => Promise<boolean>;
}

export const fileOwners = new Point<FileOwner>('files.owners');

/** Declares who may fetch the files of one kind of thing. */
export function fileOwner<Caller>(kind: string, mayRead: FileOwner<Caller>['mayRead'], mayJudge?: FileOwner<Caller>['mayJudge']): FileOwner {
  return { kind, mayRead: mayRead as FileOwner['mayRead'], ...(mayJudge ? { mayJudge: mayJudge as FileOwner['mayJudge'] } : {}) } as FileOwner;
}
