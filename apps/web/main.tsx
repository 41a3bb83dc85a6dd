import '@fontsource-variable/public-sans/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './app.css';
import { webFeatures } from '@app/features.web.js';
import { createGraphClient } from '@app/platform/web';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import { RouterProvider } from 'react-router';
import { AppSession } from './AppSession.js';
import { createRouter } from './router.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="en-US">
      <QueryClientProvider client={createGraphClient()}>
        <AppSession>
          <RouterProvider router={createRouter(webFeatures)} />
        </AppSession>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
