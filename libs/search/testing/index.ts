export { Shelf, ShelfChanged } from './shelf.js';
