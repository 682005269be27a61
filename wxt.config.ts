import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact()],
    build: { target: 'es2022' },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    omnibox: { keyword: 'op' },
    permissions: ['storage', 'unlimitedStorage', 'scripting'],
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
