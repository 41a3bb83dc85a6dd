/** The page that shows every component in every state; loaded only by builds that show it. */
export const gallery = () => import('./gallery/Gallery.js');
