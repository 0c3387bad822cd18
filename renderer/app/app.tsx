// The whole window.
export function App() {
  return <main>Lectern</main>;
}
