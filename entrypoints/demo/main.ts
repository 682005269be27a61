import '@/components/theme.css';
import './demo.css';
import { mountDemo } from './mount-demo';

mountDemo(document);
