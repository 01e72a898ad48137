/* Registers by keyboard: / to the first field, arrows between rows, Enter opens the row's link. */
(() => {
	const first = document.querySelector('[data-first]');
	const links = [...document.querySelectorAll('[data-rows] tbody tr')]
		.map((row) => row.querySelector('a'))
		.filter((link) => link !== null);

	const typing = (target) => target.closest('input, select, textarea') !== null;

	const move = (steps) => {
		const at = links.indexOf(document.activeElement);
		const next = links[Math.max(0, Math.min(links.length - 1, (at < 0 && steps < 0) ? links.length - 1 : at + steps))];
		if (next) {
			next.focus();
			next.scrollIntoView({ block: 'nearest' });
		}
	};

	document.addEventListener('keydown', (event) => {
		if (event.altKey || event.ctrlKey || event.metaKey || typing(event.target)) {
			return;
		}
		if (event.key === '/' && first) {
			first.focus();
			event.preventDefault();
		}
		else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			move(event.key === 'ArrowDown' ? 1 : -1);
			event.preventDefault();
		}
	});
})();
