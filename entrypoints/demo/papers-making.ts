import type { DemoPaper } from './demo-paper';

/** Invented papers about making pictures, films and molecules. */
export const makingPapers: readonly DemoPaper[] = [
  {
    title: 'Slow Light: Training-Free Long Video Diffusion by Sharing Noise Across Shots',
    authors: ['Maren Oduya', 'Tobias Fjeldstad', 'Wen-Li Qiao'],
    abstract:
      'Video diffusion models forget what a room looked like as soon as the camera turns away. We show that much of this forgetting comes from drawing fresh noise for every shot. Slow Light keeps a small bank of low-frequency noise that all shots of a scene share, and lets only the fine grain vary. The change needs no training, adds under two percent to the sampling time, and works with three public text-to-video models. On a new set of 120 two-minute scripts, human judges prefer our films for consistency of place in 71 percent of the pairs, while the variety of motion stays the same.',
    upvotes: 187,
    comments: 9,
    submitter: 'moduya',
    keywords: ['video diffusion', 'long video', 'noise sharing', 'training-free'],
    summary:
      'Sharing low-frequency noise between the shots of a scene makes long diffusion videos consistent without training.',
    code: { address: 'https://github.com/offprint-sandbox/slow-light', stars: 412 },
    picture: 'waves',
    hue: 200,
  },
  {
    title: 'LoRA Soup: When Do Low-Rank Adapters of Diffusion Models Add Up?',
    authors: ['Inês Carvalhal', 'Bo Hartwig', 'Priyanka Velu', 'Joon-ho Maeng'],
    abstract:
      'Thousands of LoRA adapters for diffusion models are shared online, and people merge them by adding their weights. Sometimes the result has both styles, sometimes neither. We merge 2,400 pairs of adapters and measure what survives. A simple quantity, the angle between the column spaces of the two updates, predicts success better than any measure of image similarity. From it we derive a merging rule that rotates one adapter out of the way of the other. The rule needs no images, runs in seconds on a laptop, and rescues 63 percent of the pairs on which plain addition fails.',
    upvotes: 154,
    comments: 12,
    submitter: 'icarvalhal',
    keywords: ['LoRA', 'model merging', 'diffusion models', 'low-rank adaptation'],
    summary:
      'The angle between two LoRA updates predicts whether their sum works, and rotating one of them repairs most failures.',
    organization: { name: 'tide-lab', fullname: 'Tide Lab' },
    code: { address: 'https://github.com/offprint-sandbox/lora-soup', stars: 96 },
    picture: 'rings',
    hue: 320,
  },
  {
    title: 'Discrete Diffusion Writes Better Code When It May Erase',
    authors: ['Kwabena Asante-Roth', 'Lucía Ferrándiz', 'Haruto Nishikado'],
    abstract:
      'Language models based on discrete diffusion fill in masked tokens and never look back: a token that was written stays. For code this is harsh, because one early wrong bracket ruins all that follows. We add a second move to the sampler that returns tokens to the masked state when later context makes them unlikely. Erasing is learned from the model itself, without new data. On four programming benchmarks the share of programs that compile rises from 78 to 91 percent, and a model of 1.3 billion parameters catches up with an autoregressive model of twice its size.',
    upvotes: 121,
    comments: 6,
    submitter: 'asanteroth',
    keywords: ['discrete diffusion', 'code generation', 'language models', 'remasking'],
    summary:
      'Letting a discrete diffusion model erase tokens it no longer believes in makes the code it writes compile more often.',
    picture: 'grid',
    hue: 262,
  },
  {
    title: 'Folding Backwards: Diffusion over Protein Contact Maps with Guarantees on Symmetry',
    authors: ['Saoirse Ní Dhálaigh', 'Rahul Bhattacharjee-Lund', 'Mette Okonkwo', 'Yusuf Demirel'],
    abstract:
      'Designing symmetric protein assemblies with diffusion models usually means sampling one chain and copying it, which hides clashes at the interfaces. We instead run diffusion on the contact map of the whole assembly and restrict the noise to the subspace that is invariant under the wanted symmetry group. Every sample is then symmetric by construction, not by correction. For cyclic and dihedral groups of up to twelve chains, our designs show fewer interface clashes and fold back to the intended structure in silico in 58 percent of cases, compared with 34 percent for the best copying method at equal compute.',
    upvotes: 88,
    comments: 3,
    submitter: 'nidhalaigh',
    keywords: ['protein design', 'diffusion models', 'equivariance', 'symmetry'],
    summary:
      'Diffusion restricted to symmetric contact maps designs protein assemblies that fold as intended more often.',
    organization: { name: 'coastal-bio', fullname: 'Coastal Institute for Biology' },
    picture: 'graph',
    hue: 140,
  },
  {
    title: 'Two Hands, One Plan: Diffusion Policies for Bimanual Folding of Cloth',
    authors: ['Dagny Sørlie', 'Emeka Obi-Walsh', 'Xiulan Fang', 'Petr Havlíček', 'Noor Al-Sabagh'],
    abstract:
      'Folding a shirt takes two hands that agree. Current diffusion policies predict the actions of both arms as one long vector, and learn the agreement from many demonstrations. We factor the policy into a shared plan, which says where the cloth should be in two seconds, and two light controllers that follow it. The plan is sampled once and both hands are conditioned on it. With forty demonstrations for each garment a real robot folds shirts, towels and trousers in 82 percent of trials, and recovers when a person pulls the cloth away in the middle of a fold.',
    upvotes: 73,
    comments: 4,
    submitter: 'dsorlie',
    keywords: ['robotics', 'diffusion policy', 'bimanual manipulation', 'imitation learning'],
    summary:
      'Conditioning both arms of a robot on one sampled plan makes diffusion policies fold cloth from few demonstrations.',
    code: { address: 'https://github.com/offprint-sandbox/two-hands', stars: 231 },
    picture: 'bars',
    hue: 28,
  },
  {
    title: 'Gaussian Splats That Age: Editing 3D Scenes Through Seasons',
    authors: ['Rosalind Achterberg', 'Min-jae Pyo'],
    abstract:
      'A scene captured with 3D Gaussian splatting is frozen on the day it was filmed. We attach to every splat a small code that says how its colour and opacity change over the year, learned from ordinary photographs of other places in other seasons. Leaves fall where there were leaves, snow lies on what faces the sky, and the geometry stays untouched. The method handles scenes of three million splats at interactive rates, and the same slider runs through a year smoothly. In a study with forty participants the edited scenes were taken for real captures in 44 percent of the trials.',
    upvotes: 64,
    comments: 2,
    submitter: 'achterberg',
    keywords: ['gaussian splatting', '3D scene editing', 'view synthesis'],
    picture: 'waves',
    hue: 96,
  },
  {
    title: 'Poincaré Palettes: Hyperbolic Colour Spaces for Image Retrieval',
    authors: ['Théo Marchetti-Duval'],
    abstract:
      'People describe colours as trees: a warm red, a brick red, a faded brick red. Image retrieval systems describe them as points in a flat space, in which the specific and the general look alike. This short paper embeds colour names in the Poincaré disc, where general names lie near the centre and precise ones near the rim, and trains a small network that maps image regions to the disc. Queries may then be as vague or as exact as the words used. On a corpus of 90,000 posters, retrieval by colour description improves from 0.41 to 0.57 in mean average precision.',
    upvotes: 31,
    comments: 0,
    submitter: 'tmarchetti',
    keywords: ['hyperbolic embeddings', 'image retrieval', 'colour'],
    summary:
      'Colour names embedded in hyperbolic space let image search follow vague and exact descriptions alike.',
    picture: 'rings',
    hue: 350,
  },
];
