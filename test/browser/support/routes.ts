interface Listed {
  webFeatures: { name: string; routes: { path: string; for: string }[] }[];
}

// By a name the compiler does not follow: the pages behind the list belong to the web app's own type check.
const LIST: string = '@app/features.web.js';

/** Every route of the product, from the list of the web app's features itself. */
export const routes = ((await import(LIST)) as Listed).webFeatures.flatMap((feature) => feature.routes.map((route) => route.path));
