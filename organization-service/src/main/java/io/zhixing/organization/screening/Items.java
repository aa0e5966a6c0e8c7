package io.zhixing.organization.screening;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
public class Items implements PanacheRepositoryBase<ScreeningItem, UUID> {}
