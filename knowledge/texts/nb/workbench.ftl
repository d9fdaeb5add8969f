## workbench
