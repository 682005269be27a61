import { preparePackages } from './setup/packages.mjs';

try {
  await preparePackages();
  const { bench } = await import('../tests/bench/bench.ts');
  await bench(process.argv.slice(2));
} catch (error) {
  console.error(process.env.DEBUG ? error : error.message);
  process.exitCode = 1;
}
