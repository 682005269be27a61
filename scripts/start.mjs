import { preparePackages } from './setup/packages.mjs';

try {
  await preparePackages();
  const { start } = await import('./demo/start.ts');
  await start(process.argv.slice(2));
} catch (error) {
  console.error(process.env.DEBUG ? error : error.message);
  process.exitCode = 1;
}
