export { mentoringFeature } from './mentoring.feature.js';
