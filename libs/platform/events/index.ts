export { event, type EventType, type HappenedEvent, listener, type Listener, listeners, listenerTo, live, type LiveMessage, type LiveRule, liveRules } from './event.js';
export { Events } from './events.js';
export { eventsFeature } from './events.feature.js';
export { LiveVoice, Relay } from './relay.js';
