export { OutboxTransport } from './outbox.transport.js';
