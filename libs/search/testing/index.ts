export { Shelf, ShelfChanged } from './shelf.js';
export { searchStatement } from '../search.queries.js';
export { askedFor } from '../search-words.js';
export { suggestStatements } from '../suggesting.js';
export { SearchAlerts } from '../search-alerts.service.js';
