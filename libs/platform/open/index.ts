export { bibtexOf, citationsOf, cslOf, risOf, type Work } from './citation.js';
export { controlOf, FormField, SendButton } from './form.js';
export { noteGone } from './gone.js';
export { type Cell, type FeedItem, GONE, type Named, openFeeds, type OpenFeed, type OpenPage, openPages, type OpenQuestion, type OpenShelf, openShelves, type OpenTable, openTables, type OpenView, type Scope } from './open.js';
export { openFeature } from './open.feature.js';
export { DayOf, FactList, Links, Marked, Paragraphs, Part } from './parts.js';
export { OpenShell } from './shell.js';
export { OpenShelves } from './shelves.service.js';
export { StillPages, type StillView } from './still.js';
