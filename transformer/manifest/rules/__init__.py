"""What must hold in every manifest, whether from DSL or from YAML."""
