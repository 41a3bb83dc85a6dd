import { FeaturesProvider, type WebFeature, type WebRoute } from '@app/platform/web';
import { gallery } from '@app/ui';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { Layout } from './Layout.js';
import { NotFoundPage } from './NotFoundPage.js';
import { PageError } from './PageError.js';
import { RouteGate } from './RouteGate.js';

const showGallery = import.meta.env.DEV || Boolean(import.meta.env['VITE_SHOW_UI']);

function pageRoute(route: WebRoute): RouteObject {
  return {
    path: route.path,
    errorElement: <PageError />,
    lazy: async () => {
      const { default: Page } = await route.page();
      return {
        element: (
          <RouteGate route={route}>
            <Page />
          </RouteGate>
        ),
      };
    },
  };
}

/** All pages of all features inside one layout; each page is loaded when it is first visited. */
export function createRouter(features: readonly WebFeature[]) {
  const routes = features.flatMap((feature) => feature.routes.map(pageRoute));
  if (showGallery) {
    const shelf: WebRoute = { path: '/_ui', title: 'Components', for: 'everyone', page: gallery };
    routes.push(pageRoute(shelf));
  }
  return createBrowserRouter([
    {
      element: (
        <FeaturesProvider features={features}>
          <Layout features={features} />
        </FeaturesProvider>
      ),
      errorElement: <PageError bare />,
      hydrateFallbackElement: <></>,
      children: [...routes, { path: '*', element: <NotFoundPage /> }],
    },
  ]);
}
