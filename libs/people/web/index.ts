export { goOn, useSession } from './session.js';
