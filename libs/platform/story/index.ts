export { type Chapter, chapters, type Foundation, foundations, layFoundations, Story, storyFeature, tellStory } from './story.js';
