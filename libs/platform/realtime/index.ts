export { END_ROOM, openRealtime, type Realtime, type RealtimeOptions, RemoteVoice, room, type RoomRule, rooms } from './realtime.js';
export { realtimeFeature } from './realtime.feature.js';
