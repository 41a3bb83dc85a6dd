export { serve } from './serve.js';
export { type Bounds, OutOfBounds, workshopAt } from './workshop.js';
