import { Notice } from '@app/ui';
import { useGraph } from '@app/platform/web';
import { roomWords as words } from './room-words.js';
import { FileRoomDocument } from './rooms.generated.js';

/** How much room there still is, before somebody chooses a file that does not fit. */
export function FileRoomLine({ organizationId }: { organizationId: string | null }) {
  const room = useGraph(FileRoomDocument, { organizationId }).data?.fileRoom;
  if (!room) return null;
  if (room.usedBytes >= room.limitBytes) return <Notice title={words.used(room.usedBytes, room.limitBytes)}>{words.full}</Notice>;
  return <p className="text-note text-quiet">{words.used(room.usedBytes, room.limitBytes)}</p>;
}
