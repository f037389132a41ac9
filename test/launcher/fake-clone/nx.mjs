// Stands for Nx: everything is built.
