import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

/** The query editor of the development server, at /graphiql/; it is in no build of the product and asks nothing of the network. */
const root = document.getElementById('graphiql');
if (!root) throw new Error('index.html has no element with the id "graphiql"');

createRoot(root).render(
  <GraphiQL
    fetcher={async (request) => {
      const response = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' }, body: JSON.stringify(request) });
      return response.json();
    }}
  />,
);
