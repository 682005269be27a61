import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { originsOf } from './utils/sites/reading/origins.ts';

/** Patterns of the sites whose scripts are registered when the reader switches them on. */
let switched: readonly string[] = [];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact()],
    build: { target: 'es2022' },
  }),
  hooks: {
    'entrypoints:resolved'(_, entrypoints) {
      switched = entrypoints.flatMap((entrypoint) =>
        entrypoint.type === 'content-script' && entrypoint.options.registration === 'runtime'
          ? [entrypoint.options.matches ?? []].flat()
          : [],
      );
    },
    // WXT asks for the sites of such scripts at once; the reader is asked for each as they want it.
    'build:manifestGenerated'(_, manifest) {
      const { host_permissions: hosts = [], optional_host_permissions: optional = [] } = manifest;
      manifest.host_permissions = hosts.filter((host: string) => !switched.includes(host));
      manifest.optional_host_permissions = [...new Set([...optional, ...originsOf(switched)])];
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    omnibox: { keyword: 'op' },
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'contextMenus'],
    host_permissions: ['https://arxiv.org/*', 'https://huggingface.co/*'],
    optional_host_permissions: [
      'https://export.arxiv.org/*',
      'https://api.crossref.org/*',
      'https://dblp.org/*',
      'https://api.semanticscholar.org/*',
      // Zotero on this machine; match patterns have no ports.
      'http://127.0.0.1/*',
    ],
    content_security_policy: {
      extension_pages:
        "script-src 'self'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'",
    },
    // The theme's `light-dark()` needs it.
    ...(browser !== 'firefox' && { minimum_chrome_version: '123' }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'offprint@offprint.example',
          strict_min_version: '128.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
