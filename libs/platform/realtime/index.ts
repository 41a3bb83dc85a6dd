export { openRealtime, type Realtime, type RealtimeOptions, room, type RoomRule, rooms } from './realtime.js';
export { realtimeFeature } from './realtime.feature.js';
export { END_ROOM, RemoteVoice } from './voice.js';
