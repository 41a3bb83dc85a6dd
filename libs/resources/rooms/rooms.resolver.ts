import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@app/people';
import { type RoomOf, Rooms, type RoomState } from './rooms.service.js';
import { FileRoomOf, FileRoomResult, FileRoomState, SetFileRoomInput } from './rooms.types.js';

@Resolver()
export class RoomsResolver {
  constructor(private readonly rooms: Rooms) {}

  @Query(() => FileRoomState, { nullable: true, description: 'The room that the files of a team you speak for have; null for everybody else.' })
  fileRoom(
    @CurrentViewer() viewer: Viewer,
    @Args('organizationId', { type: () => ID, nullable: true, description: 'The team; your first when left out.' }) organizationId: string | null,
  ): Promise<RoomState | null> {
    return this.rooms.of(viewer, organizationId ?? null);
  }

  @Query(() => [FileRoomOf], { description: 'The 25 whose files take most, or whose names have the words you look for. For stewards.' })
  fileRooms(@CurrentViewer() viewer: Viewer, @Args('text', { type: () => String, nullable: true, description: 'A part of the name.' }) text: string | null): Promise<RoomOf[]> {
    return this.rooms.list(viewer, text ?? null);
  }

  @Mutation(() => FileRoomResult, { description: 'Gives the files of a district or organization more room, less, or as much as is usual. For stewards.' })
  setFileRoom(@CurrentViewer() viewer: Viewer, @Args('input') { organizationId, megabytes, reason }: SetFileRoomInput): Promise<RoomOf> {
    return this.rooms.set(viewer, organizationId, megabytes ?? null, reason);
  }
}
