export { type Class, type Contribution, Contributions, type Feature, type Get, Point } from './feature.js';
